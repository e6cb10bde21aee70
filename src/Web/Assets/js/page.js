// What the page says to its scripts: words in the reader's language, colours of the theme.

const texts = {
  zh: { close: "关闭", copied: "已复制", notCopied: "无法复制，请手动选择文字" },
  en: { close: "Close", copied: "Copied", notCopied: "Could not copy; select the text by hand" },
};

export function words(key) {
  return texts[english() ? "en" : "zh"][key];
}

export function english() {
  return document.documentElement.lang.startsWith("en");
}

export function pick(root, selector) {
  return root.matches?.(selector) ? root : root.querySelector(selector);
}

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
