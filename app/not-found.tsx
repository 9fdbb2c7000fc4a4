import { PageMessage } from './_components/ui/page-message';
import { readerI18n } from './_lib/reader';

export default async function NotFound() {
  const { t } = await readerI18n();
  return <PageMessage title={t('errors.page.title')} text={t('errors.page.text')} />;
}
