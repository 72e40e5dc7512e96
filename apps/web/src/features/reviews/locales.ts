export { en } from './words-en';
export { zh } from './words-zh';
