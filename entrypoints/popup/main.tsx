import { render } from 'preact';
import { Popup } from '../../lib/popup/Popup';
import { tabOnce } from '../../lib/popup/reader-tab';
import { speakIn } from '../../lib/ui/language/language';
import '../../lib/ui/tokens.css';
import '../../lib/ui/parts.css';
import '../../lib/ui/menu.css';
import '../../lib/ui/search.css';
import '../../lib/popup/popup.css';

speakIn(document);
const root = document.getElementById('popup');
if (root) render(<Popup watchTab={tabOnce} />, root);
