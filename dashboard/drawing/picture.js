// A picture is markup whose links lead on within the visit; with a modifier key, or without this script, they are plain links.
// What a new one has in common with the last stays in its place: neither laid out again, nor losing its focus.
const FEW = 4
const patch = (old, made) => {
  if (old.isEqualNode(made)) return
  const isAlike = old.nodeType === Node.ELEMENT_NODE && old.nodeName === made.nodeName
  if (!isAlike || old.childNodes.length !== made.childNodes.length) return old.replaceWith(made)
  // Where most is another, it is drawn anew at once.
  const others = [...old.childNodes].filter((part, at) => !part.isEqualNode(made.childNodes[at])).length
  if (others > FEW && others > old.childNodes.length / 2) return old.replaceWith(made)
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const parts = [...made.childNodes]
  ;[...old.childNodes].forEach((part, at) => patch(part, parts[at]))
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  let place = parentElement.querySelector(".picture")
  if (!place) {
    place = document.createElement("div")
    place.className = "picture"
    parentElement.appendChild(place)
  }
  if (place.drawn !== data) {
    const made = document.createElement("div")
    made.innerHTML = data
    if (place.drawn) patch(place.firstChild, made.firstChild)
    else place.append(...made.childNodes)
    place.drawn = data
    // What scrolls on a narrow screen must be reached by keyboard; a picture with links is.
    if (!place.querySelector("a[href]")) place.tabIndex = 0
  }
  place.onclick = (event) => {
    const link = event.target.closest("a[data-go]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    setTriggerValue("go", link.dataset.go)
  }
  return () => { place.onclick = null }
}
