/** A text in the two languages of the product. */
export class WordsView {
  zh: string;
  en: string;
}
