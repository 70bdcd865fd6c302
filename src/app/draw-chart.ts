// Charts for all channels: the drawing of messages/ made a picture by infra/, the last few kept.
import { rememberResults } from '../domain/remember-results.ts';
import { renderSvg } from '../infra/render-svg.ts';
import { chartSvg } from '../messages/chart-svg.ts';
import type { ChartDrawer } from '../ports/world.ts';

const KEPT_CHARTS = 16;

export const drawChart: ChartDrawer = rememberResults(KEPT_CHARTS, JSON.stringify, (chart) =>
  renderSvg(chartSvg(chart)),
);
