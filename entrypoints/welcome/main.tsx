import { render } from 'preact';
import { speakIn } from '../../lib/ui/language/language';
import { WelcomePage } from '../../lib/welcome/WelcomePage';
import '../../lib/ui/tokens.css';
import '../../lib/ui/parts.css';
import '../../lib/welcome/welcome.css';

speakIn(document);
const root = document.getElementById('welcome');
if (root) render(<WelcomePage />, root);
