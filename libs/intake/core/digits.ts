/** Between the digits of one number people put a space, a dash, a dot or a middle dot. */
export const SEPARATOR = '(?: ?[-.·] ?| )';

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Lengths of the digit groups of a number: `138 1234 5678` → `3-4-4`. */
export function groupingOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map((group) => group.length).join('-');
}

/** What offices and shops call the numbers that they give to papers, parcels and things. */
const PAPER =
  /(?:(?:订单|工单|运单|快递单|单|流水|受理|立案|案|文|条码|批|合同|序列|编|设备)(?:编)?号|订单|条码)[是为：: ]{0,3}$/;

/** Whether what stands before a number says that it is the number of a paper or a thing. */
export const isNumberOfPaper = (before: string): boolean => PAPER.test(before);

/** Luhn's sum (ISO/IEC 7812-1, annex B): double every second digit from the right, cast out nines. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** `20260115`: eight digits that are more likely a day than a number. */
export function looksLikeDate(digits: string): boolean {
  return DATE.test(digits);
}
