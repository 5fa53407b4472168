#include "crm_service/sales/filters/deal_table.h"

#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

const FilterTable& DealTable() {
  static const FilterTable table{v1::FILTER_SUBJECT_DEALS,
                                 v1::Deal::descriptor(),
                                 "deals",
                                 {{"PRIMARY", {"id"}},
                                  {"deals_by_contact", {"contact_id", "state"}},
                                  {"deals_by_company", {"company_id", "state"}},
                                  {"deals_by_source", {"source_deal_id"}},
                                  {"deals_by_stage_and_responsible", {"pipeline", "stage", "responsible_user_id"}},
                                  {"deals_by_responsible", {"responsible_user_id", "state"}},
                                  {"deals_by_stage", {"pipeline", "stage"}},
                                  {"deals_by_create_time", {"create_time"}},
                                  {"deals_by_update_time", {"update_time"}},
                                  {"deals_by_stage_enter_time", {"stage_enter_time"}},
                                  {"deals_by_close_time", {"close_time"}},
                                  {"deals_by_amount", {"amount"}},
                                  {"deals_by_name", {"name"}},
                                  {"deals_by_responsible_in_order", {"responsible_user_id"}, true}},
                                 {{"create_time"},
                                  {"update_time"},
                                  {"stage_enter_time"},
                                  {"close_time", FilterOrder::Blank::kNull},
                                  {"amount", FilterOrder::Blank::kNull},
                                  {"name", FilterOrder::Blank::kEmptyText},
                                  {"responsible_user_id", FilterOrder::Blank::kZero}}};
  return table;
}

}  // namespace voronka::crm
