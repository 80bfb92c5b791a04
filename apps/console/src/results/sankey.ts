/** Only what flows are drawn with; it arrives with the first of them. */
import { SankeyChart } from 'echarts/charts';
import { AriaComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([SankeyChart, TooltipComponent, AriaComponent, SVGRenderer]);

export { init };
