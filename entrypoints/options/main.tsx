import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OptionsPage } from '../../lib/options/OptionsPage';
import './style.css';

const root = document.getElementById('options');
if (root) render(<OptionsPage version={browser.runtime.getManifest().version} />, root);
