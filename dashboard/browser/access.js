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
  const TABLES = "[data-testid=stTable] > div, .picture .scroll"

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

  const within = (root, selector) => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]

  const reach = () => {
    for (const box of document.querySelectorAll(TABLES)) {
      const isWider = box.scrollWidth > box.clientWidth
      if (isWider !== (box.tabIndex === 0)) isWider ? (box.tabIndex = 0) : box.removeAttribute("tabindex")
    }
  }

  // What has changed since the last frame; the words of a picture are the page's own, and many.
  let changed = new Set()

  const mend = () => {
    const roots = [...changed].filter((root) => root.isConnected && !root.closest(".picture"))
    changed = new Set()
    for (const root of roots) {
      within(root, NAMED).forEach(rename)
      const spoken = root.closest(SPEAKING) ? [root] : within(root, SPEAKING)
      spoken.forEach(rewrite)
    }
    reach()
  }

  const soon = () => {
    if (changed.size === 0) requestAnimationFrame(mend)
  }

  const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)

  const note = (records) => {
    soon()
    for (const { type, target, addedNodes } of records) {
      for (const node of type === "childList" ? addedNodes : [target]) changed.add(elementOf(node) ?? document.body)
    }
  }

  const watched = { childList: true, subtree: true, characterData: true, attributeFilter: NAMES }
  new MutationObserver(note).observe(document.body, watched)
  window.addEventListener("resize", () => requestAnimationFrame(reach))
  changed.add(document.body)
  mend()
}
