#include "demo/story/playing.h"

#include "demo/story/expectation.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::demo {
namespace {

void ReportFailure(Narrator& narrator, const StepFailed& failure) {
  narrator.Tell({"✗ Не так, как должно быть", "✗ Not as it has to be"});
  narrator.Headline({"    ожидалось: {}", "    expected: {}"}, narrator.Say(failure.expected));
  narrator.Headline({"    увидели:   {}", "    seen:     {}"}, failure.seen);
  narrator.Headline({"    смотрите:  {}", "    look at:  {}"}, failure.look_at);
}

}  // namespace

bool PlayToTheEnd(Narrator& narrator, const std::function<void()>& play) {
  try {
    play();
  } catch (const StepFailed& failure) {
    ReportFailure(narrator, failure);
    return false;
  } catch (const std::exception& failure) {
    ReportFailure(narrator, StepFailed({"шаг удаётся", "the step succeeds"}, failure.what(), "./deploy/run status"));
    return false;
  }
  narrator.Headline({"\nВсё произошло, как обещано.", "\nEverything happened as promised."});
  return true;
}

cctz::time_zone AccountZone(client::Client& reader) {
  const auto account = reader.Call<crm::v1::Account>(crm::v1::GetAccountRequest());
  cctz::time_zone zone = cctz::local_time_zone();
  cctz::load_time_zone(account.time_zone(), &zone);
  return zone;
}

}  // namespace voronka::demo
