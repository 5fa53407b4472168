#include "demo/story/steps.h"
#include "demo/story/timeline.h"
#include "demo/story/words.h"
#include "voronka/distribution/v1/offer.pb.h"

// What is left on record at the end.
namespace voronka::demo {

using crm::v1::TimelineEntry;
using distribution::v1::Decision;
using distribution::v1::ExplainDealRequest;
using distribution::v1::ExplainDealResponse;

namespace {

std::string Author(const Scene& scene, const TimelineEntry& entry) {
  return entry.actor_user_id() != 0 ? scene.cast.Name(entry.actor_user_id())
                                    : scene.narrator.Say({"Система", "System"});
}

// Which task it is about, and what was said.
std::string Said(const TimelineEntry& entry) {
  const std::string& task = entry.task_text();
  const std::string text = entry.text() == task ? "" : entry.text();
  if (task.empty()) return text.empty() ? "" : ": " + text;
  return ": " + task + (text.empty() ? "" : " — " + text);
}

void ReadTimeline(Scene& scene, int64_t deal_id) {
  scene.narrator.Headline({"\n    Лента сделки #{}", "\n    Timeline of deal #{}"}, deal_id);
  for (const TimelineEntry& entry : Timeline(scene.cast.site(), deal_id)) {
    const std::string what = scene.narrator.Say(WordsFor(entry.kind()), scene.cast.Name(entry.user_id()),
                                                scene.StageName(entry.from_stage()), scene.StageName(entry.to_stage()),
                                                MomentOf(entry.deadline()));
    scene.narrator.Record(MomentOf(entry.create_time()), what + Said(entry) + " · " + Author(scene, entry));
  }
}

}  // namespace

void ReadTheTimelines(Scene& scene) {
  for (const int64_t deal_id : {scene.deal_id, scene.deal_in_faults_id, scene.deal_nobody_took_id})
    if (deal_id != 0) ReadTimeline(scene, deal_id);
}

void ExplainWhoGotIt(Scene& scene) {
  ExplainDealRequest request;
  request.set_deal_id(scene.deal_nobody_took_id);
  const auto answer = scene.cast.head_of_sales().Call<ExplainDealResponse>(request);
  scene.narrator.Headline({"\n    Почему у сделки #{} теперь ответственный {}", "\n    Why deal #{} is with {} now"},
                          scene.deal_nobody_took_id, scene.cast.Name(scene.cast.head_id()));
  for (const Decision& decision : answer.decisions()) {
    scene.narrator.Record(MomentOf(decision.create_time()), decision.detail());
  }
}

}  // namespace voronka::demo
