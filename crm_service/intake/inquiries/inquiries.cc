#include "crm_service/intake/inquiries/inquiries.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/sales/deals/deals.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Inquiry;

Inquiry Inquiries::Insert(Inquiry inquiry) {
  inquiry.set_id(session_.NextId("inquiry", storage::Numbering::kInternal));
  *inquiry.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Insert("inquiries", {{"account_id", session_.account_id()}}, inquiry);
  return inquiry;
}

Inquiry Inquiries::Get(int64_t id) {
  auto inquiry = session_.db.SelectOne<Inquiry>("SELECT {columns} FROM inquiries WHERE account_id = ? AND id = ?",
                                                session_.account_id(), id);
  if (!inquiry) throw rpc::NotFound("inquiry", id);
  return *std::move(inquiry);
}

v1::ListInquiriesResponse Inquiries::List(const v1::ListInquiriesRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  Deals(session_).Get(request.deal_id());
  v1::ListInquiriesResponse response;
  page.Fill(session_.db.Select<Inquiry>(
                "SELECT {columns} FROM inquiries WHERE account_id = ? AND deal_id = ? AND id > ? ORDER BY id LIMIT ?",
                session_.account_id(), request.deal_id(), page.key(), page.limit()),
            response.mutable_inquiries(), response.mutable_next_page_token(),
            [](const Inquiry& inquiry) { return std::vector{inquiry.id()}; });
  return response;
}

}  // namespace voronka::crm
