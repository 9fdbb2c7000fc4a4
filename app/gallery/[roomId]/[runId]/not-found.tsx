import { PageMessage } from '../../../_components/ui/page-message';
import { readerI18n } from '../../../_lib/reader';

/** The same whether the picture is nobody else's business or there has never been one. */
export default async function NotPublic() {
  const { t } = await readerI18n();
  return <PageMessage title={t('gallery.gone.title')} text={t('gallery.gone.text')} />;
}
