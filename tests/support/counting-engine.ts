import type { Engine, LoadOptions, Model, Objective } from '../../server/style/engine';
import type { Network } from '../../server/style/network';

/** What an engine was asked for, and what of it is still alive. */
export interface EngineUse {
  loads: number;
  compilations: number;
  liveModels: number;
  liveObjectives: number;
}

/** `engine`, keeping count: for tests that everything is disposed, and that steering does not compile. */
export function countingEngine(engine: Engine): { readonly engine: Engine; readonly use: EngineUse } {
  const use: EngineUse = { loads: 0, compilations: 0, liveModels: 0, liveObjectives: 0 };
  const countedObjective = (objective: Objective): Objective => ({
    evaluate: (pixels) => objective.evaluate(pixels),
    reweight: (weights) => objective.reweight(weights),
    retarget: (targets) => objective.retarget(targets),
    async dispose() {
      use.liveObjectives -= 1;
      await objective.dispose();
    },
  });
  const countedModel = (model: Model): Model => ({
    targets: (image, taps) => model.targets(image, taps),
    async objective(spec, size) {
      const objective = await model.objective(spec, size);
      use.compilations += 1;
      use.liveObjectives += 1;
      return countedObjective(objective);
    },
    async dispose() {
      use.liveModels -= 1;
      await model.dispose();
    },
  });
  return {
    use,
    engine: {
      name: engine.name,
      device: engine.device,
      async load(network: Network, options: LoadOptions) {
        const model = await engine.load(network, options);
        use.loads += 1;
        use.liveModels += 1;
        return countedModel(model);
      },
      dispose: () => engine.dispose(),
    },
  };
}
