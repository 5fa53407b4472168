#include "demo/story/telling.h"

#include <cctz/time_zone.h>

#include "demo/story/expectation.h"
#include "demo/story/plot.h"
#include "demo/story/quick_offers.h"
#include "demo/story/setting.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::demo {
namespace {

cctz::time_zone AccountZone(client::Client& reader) {
  const auto account = reader.Call<crm::v1::Account>(crm::v1::GetAccountRequest());
  cctz::time_zone zone = cctz::local_time_zone();
  cctz::load_time_zone(account.time_zone(), &zone);
  return zone;
}

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

void ReportFailure(Narrator& narrator, const StepFailed& failure) {
  narrator.Tell({"✗ Не так, как должно быть", "✗ Not as it has to be"});
  narrator.Headline({"    ожидалось: {}", "    expected: {}"}, narrator.Say(failure.expected));
  narrator.Headline({"    увидели:   {}", "    seen:     {}"}, failure.seen);
  narrator.Headline({"    смотрите:  {}", "    look at:  {}"}, failure.look_at);
}

bool PlayToTheEnd(Scene& scene, bool no_kill) {
  try {
    Play(scene, no_kill);
  } catch (const StepFailed& failure) {
    ReportFailure(scene.narrator, failure);
    return false;
  } catch (const std::exception& failure) {
    ReportFailure(scene.narrator,
                  StepFailed({"шаг удаётся", "the step succeeds"}, failure.what(), "./deploy/run status"));
    return false;
  }
  scene.narrator.Headline({"\nВсё произошло, как обещано.", "\nEverything happened as promised."});
  return true;
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
  const bool passed = PlayToTheEnd(scene, telling.no_kill);
  if (!telling.figures_file.empty()) figures.Write(telling.figures_file, passed);
  return passed;
}

}  // namespace voronka::demo
