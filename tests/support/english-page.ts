import { i18n, startI18n } from '../../app/_lib/i18n';
import { en } from '../../app/_lib/messages/en';

startI18n(i18n, 'en', en);
