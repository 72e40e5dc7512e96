/**
 * Length, a short list of what everybody tries first, and nothing else: no rule for digits or symbols and no expiry,
 * since both make people choose worse (NIST SP 800-63B §5.1.1.2). The upper limit bounds the work of hashing.
 */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** What an operator sets in the environment is taken as given, from this length on. */
export const BOOTSTRAP_PASSWORD_MIN = 8;

const OBVIOUS: ReadonlySet<string> = new Set([
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'admin12345',
  'admin123456',
  'administrator',
  'woaini1314',
  'woaini520',
  'woaini5201314',
  'qwertyuiop',
  'qwerty12345',
  'qwerty123456',
  '1qaz2wsx3edc',
  'iloveyou123',
  'letmein123',
  'welcome123',
  'mingbian123',
  'abcdefghij',
  'abcd123456',
  'a123456789',
  'asdfghjkl;',
]);

/** What is wrong with a password that somebody chose; null when nothing is. */
export function passwordProblem(password: string, username: string): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    return `must be ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
  }
  const plain = password.toLowerCase();
  if (plain === username.toLowerCase()) return 'must not be the user name';
  if (OBVIOUS.has(plain) || isOneStep(plain)) {
    return 'is among the first that anybody would try; choose another one';
  }
  return null;
}

/** `aaaaaaaaaa`, `abcdefghij`, `1234567890`: each character is the same step from the one before. */
function isOneStep(text: string): boolean {
  // On the keyboard 0 follows 9, as the colon does in Unicode.
  const row = text.replaceAll('90', '9:').replaceAll('09', ':9');
  const codes = Array.from(row, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
}
