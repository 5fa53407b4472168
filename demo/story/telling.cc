#include "demo/story/telling.h"

#include "demo/story/playing.h"
#include "demo/story/plot.h"
#include "demo/story/quick_offers.h"
#include "demo/story/setting.h"

namespace voronka::demo {
namespace {

std::vector<SupervisedProcess> ServicesToKill(const std::filesystem::path& run_dir) {
  return {{"distribution_service", run_dir, "distribution"}, {"notifier", run_dir, "notifier"}};
}

void Play(Scene& scene, bool no_kill) {
  for (const Chapter& chapter : Plot()) {
    if (chapter.kills && no_kill) continue;
    scene.narrator.Chapter(chapter.title);
    for (const auto step : chapter.steps) step(scene);
  }
}

}  // namespace

bool TellStory(const Telling& telling, const client::Endpoints& endpoints, const Interruption& interruption,
               std::ostream& out) {
  const process::SystemClock clock;
  const Patience patience(interruption);
  const client::Channels channels(endpoints);
  Cast cast(channels, clock, telling.language == Language::kRussian ? "ru" : "en");
  cast.AwaitStreams(patience);

  const crm::v1::Pipeline pipeline = PipelineForInquiries(cast.head_of_sales());
  const auto queue = QueueOf(cast.head_of_sales(), pipeline);
  const QuickOffers quick(cast.head_of_sales(), queue, std::chrono::seconds(telling.take_within_seconds));
  Narrator narrator(out, telling.language, AccountZone(cast.head_of_sales()));
  narrator.Headline(
      {"Воронка «{}»: назначенную сделку надо взять за {} с", "Pipeline “{}”: an offer is to be taken in {} s"},
      pipeline.name(), telling.take_within_seconds);

  Figures figures;
  Scene scene{cast, narrator, figures, patience, pipeline, ServicesToKill(telling.run_dir)};
  const bool passed = PlayToTheEnd(narrator, [&] { Play(scene, telling.no_kill); });
  if (!telling.figures_file.empty()) figures.Write(telling.figures_file, passed);
  return passed;
}

}  // namespace voronka::demo
