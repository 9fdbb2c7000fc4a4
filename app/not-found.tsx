import { PageMessage } from './_components/ui/page-message';
import { i18n } from './_lib/i18n';

export default function NotFound() {
  return <PageMessage title={i18n.t('errors.page.title')} text={i18n.t('errors.page.text')} />;
}
