// The page is sent again at every run; one region and one observer for all of them are enough.
if (!window.announces) {
  window.announces = true
  const SPOKEN = "[class*=st-key-said]"
  const QUIET_MS = 400

  const region = document.createElement("div")
  region.setAttribute("role", "status")
  region.setAttribute("aria-live", "polite")
  const unseen = { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" }
  Object.assign(region.style, unseen)
  document.body.append(region)

  const words = () => [...document.querySelectorAll(SPOKEN)].map((one) => one.innerText.trim()).filter(Boolean)
  let before = words()
  const tell = () => {
    const now = words()
    const fresh = now.filter((said) => !before.includes(said))
    before = now
    if (fresh.length) region.textContent = fresh.join("\n")
  }

  let waiting
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(tell, QUIET_MS)
  }
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, characterData: true })
}
