import { createRoot } from 'react-dom/client';
import { App } from '../../components/app.tsx';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <App>
      <Dashboard />
    </App>,
  );
}
