import { Page } from './page';

new Page(document.getElementById('page') as HTMLElement).start();
