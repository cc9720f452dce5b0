// The page is sent again at every run; one observer for all of them is enough.
if (!window.speaksJapanese) {
  window.speaksJapanese = true
  document.documentElement.lang = "ja"
  const { words, patterns } = SAID
  const shapes = Object.entries(patterns).map(([shape, said]) => [new RegExp(shape), said])
  const NAMES = ["aria-label", "title", "placeholder"]
  const NAMED = NAMES.map((name) => `[${name}]`).join()
  // Only here does Streamlit write words of its own; everything else is the page's.
  const SPEAKING = "[role=listbox], [role=dialog], [data-testid=stSkipToContent], [data-testid=stStatusWidget], [data-baseweb=select], [data-testid=InputInstructions], [data-testid=stFileUploader], [role=tooltip]"
  const TABLES = "[data-testid=stTable] > div"

  const japanese = (said) => {
    if (Object.hasOwn(words, said)) return words[said]
    const found = shapes.find(([shape]) => shape.test(said))
    return found && said.replace(found[0], found[1])
  }

  const rename = (element) => {
    for (const name of NAMES) {
      const said = japanese(element.getAttribute(name) ?? "")
      if (said) element.setAttribute(name, said)
    }
  }

  const rewrite = (element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const said = japanese(texts.currentNode.nodeValue.trim())
      if (said) texts.currentNode.nodeValue = said
    }
  }

  const reach = () => {
    for (const box of document.querySelectorAll(TABLES)) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
      else box.removeAttribute("tabindex")
    }
  }

  const mend = () => {
    waits = false
    document.querySelectorAll(NAMED).forEach(rename)
    document.querySelectorAll(SPEAKING).forEach(rewrite)
    reach()
  }

  let waits = false
  const soon = () => {
    if (waits) return
    waits = true
    requestAnimationFrame(mend)
  }

  const watched = { childList: true, subtree: true, characterData: true, attributeFilter: NAMES }
  new MutationObserver(soon).observe(document.body, watched)
  window.addEventListener("resize", soon)
  mend()
}
