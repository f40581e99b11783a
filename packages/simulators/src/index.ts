export { type Box, type BoxOptions, startBox } from './box.ts';
export type { BoxAddresses, BoxState } from './control/box-state.ts';
export { defaultScenario } from './scenario/default-scenario.ts';
export type { Fault } from './scenario/fault.ts';
export { parseScenario, readScenario } from './scenario/read-scenario.ts';
export type { Scenario, ScenarioInput, ScriptedCall, ScriptedState } from './scenario/scenario.ts';
export { ScenarioError } from './scenario/scenario-error.ts';
export { type SentText, startTextGateway, type TextFault, type TextGateway } from './texts/text-gateway.ts';
