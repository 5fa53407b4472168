#include "demo/day/telling_day.h"

#include "demo/day/days.h"
#include "demo/people/login.h"
#include "demo/story/playing.h"

namespace voronka::demo {

bool TellDay(const DemoAccount& account, Language language, const client::Endpoints& endpoints, std::ostream& out) {
  const process::SystemClock clock;
  const client::Channels channels(endpoints);
  client::Client anna(channels, LogIn(channels, clock, account.LoginOf(kManagers[0])));
  client::Client olga(channels, LogIn(channels, clock, account.LoginOf(kHeadOfSales)));
  anna.SetLocale(language == Language::kRussian ? "ru" : "en");
  const auto answer = anna.Call<crm::v1::ListPipelinesResponse>(crm::v1::ListPipelinesRequest());
  const std::vector<crm::v1::Pipeline> pipelines(answer.pipelines().begin(), answer.pipelines().end());
  Narrator narrator(out, language, AccountZone(anna));
  narrator.Headline({"Аккаунт «{}»: что говорят правила", "Account “{}”: what the rules say"}, account.name());
  Day day{anna, olga, narrator, pipelines};
  return PlayToTheEnd(narrator, [&] {
    for (const DayScene& scene : DayOf(account.solution())) {
      narrator.Chapter(scene.title);
      scene.play(day);
    }
  });
}

}  // namespace voronka::demo
