#include "tests/system/history/rules.h"
#include "tests/system/requests.h"

namespace voronka::testing {

void NobodyIsForgotten(const History& history, Findings& findings) {
  for (const auto& [account_id, deal] : history.deals) {
    if (deal.pipeline() == kPipeline && deal.stage() == kFirstStage && deal.responsible_user_id() == 0) {
      findings.Add("deal {} of account {} is with nobody", deal.id(), account_id);
    }
  }
}

}  // namespace voronka::testing
