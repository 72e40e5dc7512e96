import { OFFICIAL_PAGE } from '../official-page.js';

const { topMm, leftMm, textWidthMm, textHeightMm, widthMm, heightMm } = OFFICIAL_PAGE;
const { footerGapMm, linesPerPage, bodyPt, titlePt, pageNumberPt } = OFFICIAL_PAGE;
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
  font: "Noto Serif SC", size: ${String(bodyPt)}pt, lang: paper.language, fallback: false,
  top-edge: 0.88em, bottom-edge: -0.12em, tracking: if zh { ${trackingPt.toFixed(3)}pt } else { 0pt },
)
#set par(leading: ${leadingPt.toFixed(3)}pt, spacing: ${leadingPt.toFixed(3)}pt, justify: true)
#show heading: set text(size: ${String(bodyPt)}pt, weight: "bold")
#show heading: set block(above: ${leadingPt.toFixed(3)}pt, below: ${leadingPt.toFixed(3)}pt, sticky: true)
#let indented(body) = par(first-line-indent: (amount: 2em, all: true), body)
// An address that is longer than a line has no place to break: between any two characters will do. A hash is shorter
// than a line of small type, and stays whole, to be copied.
#let soft(words) = words.replace(regex("[!-~]{45,}"), found => found.text.clusters().join("\\u{200b}"))
#let small = text.with(size: 10.5pt, tracking: 0pt)

#align(center, block(text(size: ${String(titlePt)}pt, weight: "bold", paper.title)))
#align(center, block(below: 2em, paper.subtitle))

#for block in paper.blocks {
  if block.is == "heading1" { heading(level: 1, outlined: true, block.text) }
  else if block.is == "heading2" { heading(level: 2, block.text) }
  else if block.is == "text" { for line in soft(block.text).split("\\n") { indented(line) } }
  else if block.is == "quote" { for line in soft(block.text).split("\\n") { pad(left: 2em, par(line)) } }
  else if block.is == "fact" { indented[#strong(block.name)#if zh [：] else [: ]#soft(block.text)] }
  else if block.is == "mark" { par(small[#strong(block.name)#linebreak()#block.text]) }
  else if block.is == "entry" {
    par[#strong(block.lead) #soft(block.text) #small(block.mark)]
  }
}
`;
