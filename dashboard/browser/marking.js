// Streamlit marks the page of the address alone; whoever hears the menu is told of the one that is drawn, until it is left.
// The menu may come later than this, and is drawn anew while the page fills: it is marked whenever something has changed.
window.marked?.()
const here = location.pathname
const link = () => document.querySelector(SELECTOR)
const set = () => {
  if (location.pathname !== here) return leave()
  const drawn = link()
  if (drawn && drawn.getAttribute("aria-current") !== "page") drawn.setAttribute("aria-current", "page")
}
const watch = new MutationObserver(set)
const leave = () => {
  watch.disconnect()
  link()?.removeAttribute("aria-current")
  removeEventListener("popstate", leave, true)
  document.removeEventListener("click", left, true)
}
const left = (event) => {
  if (event.target.closest("[data-testid=stSidebarNav] a")) leave()
}
window.marked = leave
watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-current"] })
set()
addEventListener("popstate", leave, true)
document.addEventListener("click", left, true)
