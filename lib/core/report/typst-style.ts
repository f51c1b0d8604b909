/**
 * What every report's Typst source begins with: the page, the type and the shapes. It holds no word of any report. Only fonts that
 * the compiler carries itself are named, so a report in Latin, Greek, Cyrillic or Hebrew letters looks the same on every machine.
 */
export const TYPST_STYLE = `
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), size: 10.3pt, lang: "en", hyphenate: false, fill: rgb("#161512"))
#set par(leading: 0.62em, spacing: 0.9em, justify: false)
#let soft = rgb("#55524b")
#let hair = 0.4pt + rgb("#a8a399")
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.4cm, bottom: 2.5cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: soft)
    grid(columns: (auto, 1fr), column-gutter: 1em, house, align(right, running-title))
  },
  footer: {
    set text(size: 8pt, fill: soft)
    line(length: 100%, stroke: hair)
    v(-0.5em)
    grid(columns: (1fr, auto), ledger-line, context counter(page).display("1 / 1", both: true))
  },
)
#set table(stroke: none, inset: (x: 0pt, y: 0.36em), align: left + top)
#show table.cell.where(y: 0): set text(size: 8.4pt, fill: soft)
#show heading.where(level: 1): set text(size: 23pt, weight: "bold", hyphenate: false)
#show heading.where(level: 1): set par(leading: 0.42em)
#show heading.where(level: 1): set block(above: 0.9em, below: 0.8em)
#show heading.where(level: 2): it => block(above: 2.4em, below: 1.1em, width: 100%, stroke: (top: 0.9pt), inset: (top: 0.55em), sticky: true, text(size: 14pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.9em, below: 0.7em, sticky: true, text(size: 11.6pt, weight: "bold", par(hanging-indent: 2.2em, it.body)))
#show heading.where(level: 4): it => block(above: 1.5em, below: 0.7em, sticky: true, text(size: 10.3pt, weight: "bold", it.body))
#let small(body) = text(size: 8.8pt, fill: soft, body)
#let hash(body) = text(font: "DejaVu Sans Mono", size: 7.6pt, body)
#let address(body) = text(size: 8.8pt, fill: soft, body)
#let shape(svg) = box(height: 0.72em, baseline: 0.02em, pdf.artifact(image(bytes(svg), format: "svg", height: 0.72em)))
#let tick(svg, words) = box(height: 0.8em, baseline: 0.08em, image(bytes(svg), format: "svg", height: 0.8em, alt: words))
#let warning(body) = block(width: 100%, stroke: 1.2pt, inset: 0.8em, above: 1.4em, below: 1.4em, body)
#let no(number) = box(width: 2.2em, [#number.])
#let strokes = (
  signed: 0.8pt,
  undecided: (thickness: 0.8pt, dash: "dashed"),
  untouched: (thickness: 0.8pt, dash: "dotted"),
  dismissed: (paint: rgb("#a8a399"), thickness: 0.5pt),
)
#let m(standing, layer, body) = underline(stroke: strokes.at(standing), offset: 0.2em + layer * 0.16em, evade: false, body)
#let n(number) = super(size: 0.68em, typographic: false, strong[#number])
#let galley(text-block, margin-block) = block(above: 0.95em, below: 0.95em, grid(columns: (1fr, 4.1cm), column-gutter: 0.7cm, text-block, margin-block))
#let quoted(body) = block(width: 100%, inset: (left: 0.9em, y: 0.2em), stroke: (left: 1.6pt + rgb("#a8a399")), above: 0.8em, below: 0.9em, body)
#let entry(body) = pad(left: 2.2em, body)
#let facts(..cells) = block(above: 0.9em, below: 0.9em, text(size: 9.2pt, table(columns: (1.5em, 1.15fr, 1fr, auto), column-gutter: 0.7em, ..cells)))
#let ruled(x, y) = if y > 0 { (top: hair) }
#let index(..cells) = text(size: 9.6pt, table(stroke: ruled, columns: (2.2em, 1fr, 11.5em, 2.2em), inset: (x: 0.3em, y: 0.42em), align: (right, left, left, right), ..cells))
#let rest(..cells) = text(size: 9.6pt, table(stroke: ruled, columns: (2.2em, 1fr), inset: (x: 0.3em, y: 0.42em), align: (right, left), ..cells))
#let reasons(..cells) = text(size: 9.6pt, table(stroke: ruled, columns: (2.2em, 1fr, 0.8fr), inset: (x: 0.3em, y: 0.42em), align: (right, left, left), ..cells))
#let figures(..cells) = table(stroke: ruled, columns: (auto, 4.2em, 4.2em), inset: (x: 0.3em, y: 0.42em), align: (left, right, right), ..cells)
#let people(..cells) = table(stroke: ruled, columns: (1fr, 6.6em, 8.6em, 5.4em), inset: (x: 0.3em, y: 0.42em), align: (left, right, right, right), ..cells)
#let identity(..cells) = block(above: 1.2em, below: 1.2em, grid(columns: (9.5em, 1fr), row-gutter: 0.65em, column-gutter: 1em, ..cells))
#let page-of(name) = context link(name, str(counter(page).at(name).first()))
`;
