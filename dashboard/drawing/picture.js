// A picture is markup whose links lead on within the visit; with a modifier key, or without this script, they are plain links.
export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  let place = parentElement.querySelector(".picture")
  if (!place) {
    place = document.createElement("div")
    place.className = "picture"
    parentElement.appendChild(place)
  }
  if (place.drawn !== data) {
    place.drawn = data
    place.innerHTML = data
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
