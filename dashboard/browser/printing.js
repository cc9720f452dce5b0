// A chart keeps the width that it was drawn with. On narrower paper a view box lets the whole drawing shrink, which the
// style sheet for paper asks of it; on the screen it would scale a chart that is drawn anew in another size, so it goes again.
if (!window.shrinksCharts) {
  window.shrinksCharts = true

  const layers = () => document.querySelectorAll(".svg-container > svg.main-svg")

  addEventListener("beforeprint", () => {
    for (const layer of layers()) {
      const [width, height] = ["width", "height"].map((side) => layer.getAttribute(side))
      layer.setAttribute("viewBox", `0 0 ${width} ${height}`)
    }
  })

  addEventListener("afterprint", () => layers().forEach((layer) => layer.removeAttribute("viewBox")))
}
