#include "notifier/devices/trouble_text.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace voronka::notifier {
namespace {

using v1::PushIntent;

TEST(TroubleTexts, DifferForEachTroubleInEachLanguage) {
  const auto& troubles = *PushIntent::Trouble_descriptor();
  std::set<std::string> texts;
  for (int i = 0; i < troubles.value_count(); ++i) {
    const auto trouble = static_cast<PushIntent::Trouble>(troubles.value(i)->number());
    for (const char* locale : {"ru", "en"}) {
      texts.insert(TroubleText({trouble, "status 400"}, locale, options::v1::ROLE_MANAGER));
    }
  }
  EXPECT_EQ(static_cast<int>(texts.size()), 2 * troubles.value_count());
}

// Words of libcurl and of push services are English, or nobody's language.
TEST(TroubleTexts, TellDetailsToAdminsAlone) {
  const Refusal refusal{PushIntent::TROUBLE_UNREACHABLE, "Couldn't resolve host name"};
  for (const auto role : {options::v1::ROLE_MANAGER, options::v1::ROLE_HEAD_OF_SALES, options::v1::ROLE_DIRECTOR}) {
    EXPECT_EQ(TroubleText(refusal, "ru", role), "нет связи со службой уведомлений");
  }
  EXPECT_EQ(TroubleText(refusal, "ru", options::v1::ROLE_ADMIN),
            "нет связи со службой уведомлений; подробно: Couldn't resolve host name");
}

TEST(TroubleTexts, AreEmptyWhereNothingIsWrong) { EXPECT_EQ(TroubleText({}, "ru", options::v1::ROLE_ADMIN), ""); }

}  // namespace
}  // namespace voronka::notifier
