import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { OptionsPage } from '../../lib/options/OptionsPage';
import { speakIn } from '../../lib/ui/language/language';
import './style.css';

speakIn(document);
document.title = i18n.t('options.title');
const root = document.getElementById('options');
if (root) render(<OptionsPage version={browser.runtime.getManifest().version} />, root);
