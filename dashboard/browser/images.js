// One listener for all charts: Streamlit draws buttons anew whenever it likes, so none of them carries its own.
if (!window.savesPictures) {
  window.savesPictures = true

  const groundOf = (chart) => {
    for (let element = chart; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor
      if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour
    }
    return "#FFFFFF"
  }

  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return element
  }

  // On the page the title stands above the chart as a heading; the picture takes it along.
  const TITLE = 34

  // Marks, and in smaller letters what the picture is of, in lines as wide as it; a sign is as wide as it is high.
  const LINE = 22
  const MARKS = 13
  const NOTE = 11
  const linesOf = (parts, width, most) => {
    const size = Math.min(most, ...parts.map((part) => (width - 16) / part.length))
    return parts
      .reduce((lines, part) => {
        const longer = [lines.at(-1), part].filter(Boolean).join("　")
        return longer.length * size < width - 16 ? [...lines.slice(0, -1), longer] : [...lines, part]
      }, [""])
      .filter(Boolean)
      .map((text) => ({ text, size }))
  }

  const drawing = (chart, title, marks, note) => {
    const layers = [...chart.querySelectorAll("svg.main-svg")]
    const { width, height: drawn } = layers[0].getBoundingClientRect()
    const lines = [...linesOf(marks, width, MARKS), ...linesOf(note, width, NOTE)]
    const height = drawn + TITLE + lines.length * LINE
    const { fontFamily, color } = getComputedStyle(chart)
    // Texts of the chart name their font themselves; the title inherits this one.
    const whole = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily })
    const size = Math.min(16, (width - 16) / title.length)
    const heading = svg("text", { x: 8, y: 24, "font-size": size, "font-weight": 700, fill: color })
    heading.textContent = title
    const below = svg("g", { transform: `translate(0 ${TITLE})` })
    below.append(...layers.map((layer) => layer.cloneNode(true)))
    const told = lines.map((line, at) => {
      const text = svg("text", { x: 8, y: drawn + TITLE + at * LINE + 14, "font-size": line.size, fill: color })
      text.textContent = line.text
      return text
    })
    whole.append(svg("rect", { width, height, fill: groundOf(chart) }), heading, below, ...told)
    return { text: new XMLSerializer().serializeToString(whole), width, height }
  }

  const save = (blob, name) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10000)
  }

  const paint = ({ text, width, height }, name) => {
    const picture = new Image()
    picture.onload = () => {
      const canvas = document.createElement("canvas")
      const scale = 2
      canvas.width = width * scale
      canvas.height = height * scale
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height)
      canvas.toBlob((blob) => save(blob, name), "image/png")
    }
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text)
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-picture-of]")
    const chart = button && document.querySelector(`.st-key-${CSS.escape(button.dataset.pictureOf)}`)
    if (!chart?.querySelector("svg.main-svg")) return
    const { name, marks, note, kind, file } = button.dataset
    const [marked, noted] = [marks, note].map((said) => (said ?? "").split("　").filter(Boolean))
    const drawn = drawing(chart, name, marked, noted)
    if (kind === "png") paint(drawn, file)
    else save(new Blob([drawn.text], { type: "image/svg+xml" }), file)
  })
}
