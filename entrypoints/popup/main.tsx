import { createRoot } from 'react-dom/client';
import { App } from '../../components/app.tsx';
import { Popup } from '../../components/popup/popup.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <App>
      <Popup />
    </App>,
  );
}
