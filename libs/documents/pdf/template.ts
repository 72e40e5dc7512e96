import { CALLED } from '../blocks.js';
import { FAMILY } from '../font/faces.js';
import { OFFICIAL_PAGE } from '../official-page.js';

const { topMm, leftMm, textWidthMm, textHeightMm, widthMm, heightMm } = OFFICIAL_PAGE;
const { footerGapMm, linesPerPage, bodyPt, titlePt, pageNumberPt, smallPt } = OFFICIAL_PAGE;
const { captionPt, contentsPt } = OFFICIAL_PAGE;
const POINTS_PER_MM = 72 / 25.4;
/** From the foot of one line to the head of the next, so that 22 lines fill the text area. */
const leadingPt = (textHeightMm * POINTS_PER_MM) / linesPerPage - bodyPt;
/** 28 characters of 16 pt are 2 mm wider than the line: each gives a little. */
const trackingPt = (textWidthMm * POINTS_PER_MM) / 28 - bodyPt - 0.01;

/**
 * The body layout of GB/T 9704-2012 for Typst. The inner margin is the wider one, and page numbers stand outside. What
 * is set comes as data (`sys.inputs`) and is only ever shown, never evaluated.
 */
export const TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let zh = paper.language == "zh"
#set document(title: paper.title)
#set page(
  width: ${String(widthMm)}mm, height: ${String(heightMm)}mm, binding: left,
  margin: (
    top: ${String(topMm)}mm, bottom: ${String(heightMm - topMm - textHeightMm)}mm,
    inside: ${String(leftMm)}mm, outside: ${String(widthMm - leftMm - textWidthMm)}mm,
  ),
  footer-descent: ${String(footerGapMm)}mm,
  footer: context {
    let n = counter(page).get().first()
    set text(size: ${String(pageNumberPt)}pt)
    align(if calc.odd(n) { right } else { left }, pad(x: 1em)[—#n—])
  },
)
#set text(
  font: "${FAMILY}", size: ${String(bodyPt)}pt, lang: paper.language, fallback: false,
  top-edge: 0.88em, bottom-edge: -0.12em, tracking: if zh { ${trackingPt.toFixed(3)}pt } else { 0pt },
)
#set par(leading: ${leadingPt.toFixed(3)}pt, spacing: ${leadingPt.toFixed(3)}pt, justify: true)
#show heading: set text(size: ${String(bodyPt)}pt, weight: "bold")
#show heading: set block(above: ${leadingPt.toFixed(3)}pt, below: ${leadingPt.toFixed(3)}pt, sticky: true)
// A heading stands two characters in, as every paragraph does.
#show heading: it => block(if zh { h(2em) + it.body } else { it.body })
#let indented(body) = par(first-line-indent: (amount: 2em, all: true), body)
// An address that is longer than a line has no place to break: between any two characters will do. A hash is shorter
// than a line of small type, and stays whole, to be copied.
#let soft(words) = words.replace(regex("[!-~]{45,}"), found => found.text.clusters().join("\\u{200b}"))
#let small = text.with(size: ${String(smallPt)}pt, tracking: 0pt)

// Tables and pictures may stand between any lines of the grid; a table goes on on the next page under its heads.
#let called(zh-word, en-word) = if zh { zh-word } else { en-word }
#show figure: set block(above: 1em, below: 1.2em)
#show figure.where(kind: table): set figure.caption(position: top)
#set figure.caption(separator: if zh { h(1em) } else { [. ] })
#set figure(gap: 0.6em)
#show figure.caption: set text(size: ${String(captionPt)}pt, weight: "bold", tracking: 0pt)
#show figure.caption: set block(sticky: true)
#let cell(words) = small(soft(words))
#let set-table(block) = {
  show figure: set std.block(breakable: not block.together)
  figure(
    kind: table, supplement: called("${CALLED.table.zh}", "${CALLED.table.en}"), caption: block.caption,
    {
      set par(leading: 4pt, justify: false)
      set table.cell(breakable: not block.whole)
      table(
        columns: block.columns.map(column => column.share * 1fr),
        align: (x, y) => horizon + if block.columns.at(x).isNumeric { right } else { left },
        stroke: (x, y) => (bottom: 0.3pt + luma(150)),
        inset: (x: 0.3em, y: 0.35em),
        table.hline(stroke: 1pt),
        table.header(repeat: true, ..block.heads.map(head => strong(cell(head)))),
        table.hline(stroke: 0.6pt),
        ..block.rows.flatten().map(cell),
        table.hline(stroke: 1pt),
      )
    },
  )
}
#let set-picture(block) = figure(
  kind: image, supplement: called("${CALLED.picture.zh}", "${CALLED.picture.en}"), caption: block.caption,
  image(bytes(block.svg), format: "svg", width: 100%, alt: block.alt),
)
#let set-contents(words) = {
  set outline.entry(fill: repeat(gap: 0.2em)[.])
  show outline.entry: set block(above: 0.5em)
  show outline: set text(size: ${String(contentsPt)}pt, tracking: 0pt)
  align(center, block(above: 1em, below: 0.8em, strong(words)))
  outline(title: none, depth: 1)
  v(1em)
}

#align(center, block(text(size: ${String(titlePt)}pt, weight: "bold", paper.title)))
#align(center, block(below: 2em, paper.subtitle))

#for block in paper.blocks {
  if block.is == "heading1" { heading(level: 1, outlined: true, block.text) }
  else if block.is == "heading2" { heading(level: 2, block.text) }
  else if block.is == "text" { for line in soft(block.text).split("\\n") { indented(line) } }
  else if block.is == "quote" { for line in soft(block.text).split("\\n") { pad(left: 2em, par(line)) } }
  else if block.is == "fact" { indented[#strong(block.name)#if zh [：] else [: ]#soft(block.text)] }
  else if block.is == "note" { std.block(above: 0.8em, below: 0.8em, small(soft(block.text))) }
  else if block.is == "contents" { set-contents(block.title) }
  else if block.is == "table" { set-table(block) }
  else if block.is == "picture" { set-picture(block) }
  else if block.is == "mark" { par(small[#strong(block.name)#linebreak()#block.text]) }
  else if block.is == "entry" {
    par[#strong(block.lead) #soft(block.text) #small(block.mark)]
  }
}
`;
