import { useTranslation } from 'react-i18next';

/** Larix gmelinii, of `larix-gmelinii`; the Chinese name for who reads Chinese. */
export function useSpeciesName(): (code: string, zh: string | undefined) => string {
  const english = useTranslation().i18n.language === 'en';
  const latin = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  return (code, zh) => (english ? latin(code) : (zh ?? code));
}
