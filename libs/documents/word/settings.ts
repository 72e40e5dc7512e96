const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Word 2013 and later: no compatibility mode. */
const MODE =
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>';

/** The inner margin is the wider one on both sides of a leaf, and page numbers stand outside. */
export const SETTINGS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<w:settings xmlns:w="${NAMESPACE}"><w:mirrorMargins/><w:evenAndOddHeaders/>` +
  `<w:compat>${MODE}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
