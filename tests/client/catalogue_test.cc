#include "client/command_line/catalogue.h"

#include <gmock/gmock.h>

#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Catalogue, HoldsTheMethodsOfAllServices) {
  std::vector<std::string> names;
  for (const auto* method : AllMethods()) names.push_back(ShortName(method->full_name()));
  EXPECT_THAT(names, testing::IsSupersetOf({"crm.DealService.MoveDeal", "distribution.OfferService.ExplainDeal",
                                            "notifier.InboxService.Subscribe"}));
}

TEST(Catalogue, FindsAMethodByAnyOfItsNames) {
  for (const char* name :
       {"voronka.crm.v1.DealService.MoveDeal", "crm.DealService.MoveDeal", "DealService.MoveDeal", "MoveDeal"}) {
    EXPECT_EQ(FindMethod(name).full_name(), "voronka.crm.v1.DealService.MoveDeal") << name;
  }
}

TEST(Catalogue, DoesNotFindAMethodByPartOfAWord) { EXPECT_THROW(FindMethod("Deal"), UsageError); }

TEST(Catalogue, SuggestsTheNearestMethods) {
  EXPECT_THAT([] { FindMethod("MoveDael"); }, ThrowsMessage<UsageError>("no method MoveDael; did you mean MoveDeal?"));
  EXPECT_THAT([] { FindMethod("crm.DealService.MovDeal"); },
              ThrowsMessage<UsageError>(HasSubstr("did you mean crm.DealService.MoveDeal")));
}

TEST(Catalogue, SuggestsNothingIfNothingIsNear) {
  EXPECT_THAT([] { FindMethod("Сделка"); }, ThrowsMessage<UsageError>("no method Сделка"));
}

TEST(Catalogue, ListsTheMeaningsOfAnAmbiguousName) {
  EXPECT_THAT([] { FindMessage("Bookmark"); },
              ThrowsMessage<UsageError>(
                  "Bookmark may mean crm.WatchChangesResponse.Bookmark or crm.Bookmark or notifier.Bookmark"));
}

TEST(Catalogue, FindsMessages) {
  EXPECT_EQ(FindMessage("crm.Deal")->full_name(), "voronka.crm.v1.Deal");
  EXPECT_EQ(FindMessage("MoveDeal"), nullptr);
}

TEST(Catalogue, FindsServices) { EXPECT_EQ(FindService("DealService").full_name(), "voronka.crm.v1.DealService"); }

}  // namespace
}  // namespace voronka::command_line
