import { createRoot } from 'react-dom/client';
import { App } from '../../components/app.tsx';
import { Panel } from '../../components/panel/panel.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <App>
      <Panel />
    </App>,
  );
}
