import { PageMessage } from '../../../_components/ui/page-message';
import { i18n } from '../../../_lib/i18n';

/** The same whether the picture is nobody else's business or there has never been one. */
export default function NotPublic() {
  return <PageMessage title={i18n.t('gallery.gone.title')} text={i18n.t('gallery.gone.text')} />;
}
