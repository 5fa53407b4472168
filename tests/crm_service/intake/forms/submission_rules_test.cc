#include "crm_service/intake/submissions/submission_rules.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace voronka::crm {
namespace {

bool IsProbeOf(const std::vector<std::pair<std::string, std::string>>& sent) {
  v1::SubmitFormRequest request;
  for (const auto& [name, text] : sent) {
    auto& value = *request.add_values();
    value.set_name(name);
    value.set_value(text);
  }
  return IsProbe(request);
}

TEST(Probe, IsWhatNoClientHasSent) {
  EXPECT_TRUE(IsProbeOf({{"test", "test"}}));
  EXPECT_TRUE(IsProbeOf({{"type", "confirmation"}, {"group_id", "5"}}));
  EXPECT_TRUE(IsProbeOf({{"group_id", "5"}, {"v", "5.199"}, {"type", "confirmation"}, {"secret", "x"}}));
  EXPECT_TRUE(IsProbeOf({{"object", "page"},
                         {"entry.id", "1"},
                         {"entry.time", "2"},
                         {"entry.changes.field", "leadgen"},
                         {"entry.changes.value.leadgen_id", "7"},
                         {"entry.changes.value.form_id", "8"}}));
}

TEST(Probe, IsNothingWithAClientInIt) {
  EXPECT_FALSE(IsProbeOf({}));
  EXPECT_FALSE(IsProbeOf({{"group_id", "5"}}));
  EXPECT_FALSE(IsProbeOf({{"type", "confirmation"}, {"phone", "89160000001"}}));
  EXPECT_FALSE(IsProbeOf({{"type", "lead_forms_new"}, {"group_id", "5"}}));
  EXPECT_FALSE(IsProbeOf({{"object", "page"}, {"entry.id", "1"}}));
  EXPECT_FALSE(
      IsProbeOf({{"object", "page"}, {"entry.changes.value.leadgen_id", "7"}, {"phone_number", "89160000001"}}));
}

}  // namespace
}  // namespace voronka::crm
