// Streamlit marks the page of the address alone; whoever hears the menu is told of the one that is drawn, until it is left.
// The menu may come later than this, and is drawn anew while the page fills.
clearInterval(window.marks)
window.marked?.()
const here = location.pathname
const link = () => document.querySelector(SELECTOR)
const leave = () => {
  clearInterval(window.marks)
  link()?.removeAttribute("aria-current")
  removeEventListener("popstate", leave, true)
  document.removeEventListener("click", left, true)
}
const left = (event) => {
  if (event.target.closest("[data-testid=stSidebarNav] a")) leave()
}
const set = () => (location.pathname === here ? link()?.setAttribute("aria-current", "page") : leave())
window.marked = leave
window.marks = setInterval(set, 250)
addEventListener("popstate", leave, true)
document.addEventListener("click", left, true)
