#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

TEST(ListInquiries, LimitsAPageToWhatAClientAccepts) {
  Office office;
  constexpr int kMany = 40;
  int64_t deal_id = 0;
  for (int time = 0; time < kMany; ++time) {
    deal_id = office.intake.Call<Inquiry>(AskingAtLength(1)).deal_id();
  }
  ListInquiriesRequest list;
  list.set_deal_id(deal_id);
  list.set_page_size(1000);
  int listed = 0;
  do {
    const auto page = office.anna.Call<ListInquiriesResponse>(list);
    EXPECT_LT(page.ByteSizeLong(), 2U << 20);
    listed += page.inquiries_size();
    list.set_page_token(page.next_page_token());
  } while (!list.page_token().empty());
  EXPECT_EQ(listed, kMany);
}

}  // namespace
}  // namespace voronka::testing
