/**
 * The language in force, and all that the generated messages need of Paraglide's runtime. It stands in for that
 * runtime in every bundle (see `wxt.config.ts`): the rest of it routes addresses by language, which an extension
 * does not do, and would take a third of the content script's budget.
 */
export type Locale = 'id' | 'en';

/** Indonesian whatever the browser's language; English only by the setting. */
let current: Locale = 'id';

export function getLocale(): Locale {
  return current;
}

/** Switch the language of all later messages. An unknown name leaves it as it is. */
export function setLocale(locale: string): void {
  if (locale === 'id' || locale === 'en') current = locale;
}

/** Read by every generated message: no language is fixed at build time. */
export const experimentalStaticLocale = undefined;
